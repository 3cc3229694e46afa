package dev.gatehouse;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.gatehouse.access.Authenticated;
import dev.gatehouse.access.McpActor;
import dev.gatehouse.audit.AuditAction;
import dev.gatehouse.mcp.jsonrpc.JsonRpcException;
import dev.gatehouse.mcp.method.McpMethod;
import dev.gatehouse.mcp.tool.Tool;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.grant.Grant;
import dev.gatehouse.platform.page.PageException;
import dev.gatehouse.platform.standing.StandingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/** The architecture of {@code docs/architecture.md}, as rules that fail. */
@AnalyzeClasses(packages = "dev.gatehouse", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {

    /** What goes into the WAR, and no test, wherever the tests were compiled to. */
    static final class MainClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return location.contains("/target/classes/");
        }
    }

    /** The component that architecture.md plans and that has no class yet. */
    private static final String FUTURE = "gateway";

    /** The entities that say who a caller is and what they may. */
    private static final Set<String> STANDING = Set.of(
            "User",
            "Membership",
            "Role",
            "OrganizationBinding",
            "Organization",
            "ApiKey",
            "TokenFamily",
            "StoredClient");

    private static final Set<String> CHANGES = Set.of("executeUpdate", "merge", "remove");

    /** Anybody may call these; what is not here carries {@link Authenticated}. To add one is a decision. */
    private static final Set<String> PUBLIC_RESOURCES = Set.of(
            "dev.gatehouse.access.ProtectedResourceMetadataResource",
            "dev.gatehouse.oauth.metadata.AuthorizationServerMetadataResource",
            "dev.gatehouse.oauth.metadata.JwksResource",
            "dev.gatehouse.oauth.authorize.AuthorizationResource",
            "dev.gatehouse.oauth.authorize.ConsentResource",
            "dev.gatehouse.oauth.authorize.PushedAuthorizationResource",
            "dev.gatehouse.oauth.device.DeviceAuthorizationResource",
            "dev.gatehouse.oauth.device.DeviceResource",
            "dev.gatehouse.oauth.grant.TokenResource",
            "dev.gatehouse.oauth.token.RevocationResource",
            "dev.gatehouse.oauth.token.IntrospectionResource",
            "dev.gatehouse.oauth.userinfo.UserinfoResource",
            "dev.gatehouse.oauth.client.RegistrationResource",
            "dev.gatehouse.identity.login.LoginResource",
            "dev.gatehouse.identity.account.AccountPasswordResource",
            "dev.gatehouse.identity.account.SecurityResource",
            "dev.gatehouse.identity.account.PasskeysResource",
            "dev.gatehouse.identity.totp.SecondFactorResource",
            "dev.gatehouse.identity.passkey.PasskeySignInResource",
            "dev.gatehouse.identity.federation.FederationResource",
            "dev.gatehouse.identity.federation.FederationCallbackResource",
            "dev.gatehouse.identity.federation.AccountLinkResource",
            "dev.gatehouse.identity.mailbox.ForgottenPasswordResource",
            "dev.gatehouse.identity.mailbox.PasswordResetResource",
            "dev.gatehouse.identity.mailbox.SignUpResource",
            "dev.gatehouse.identity.mailbox.ConfirmationResource",
            "dev.gatehouse.admin.home.HomeResource",
            "dev.gatehouse.platform.page.AssetResource",
            "dev.gatehouse.admin.health.HealthResource");

    @ArchTest
    static final ArchRule components_use_only_those_below_them = layers(
                    "dev.gatehouse.%s..",
                    Map.of(
                            "platform",
                            List.of(),
                            "audit",
                            List.of("platform"),
                            "identity",
                            List.of("audit", "platform"),
                            "oauth",
                            List.of("identity", "audit", "platform"),
                            "access",
                            List.of("oauth", "identity", "audit", "platform"),
                            "mcp",
                            List.of("access", "audit", "platform"),
                            FUTURE,
                            List.of("mcp", "access", "identity", "audit", "platform"),
                            "admin",
                            List.of(FUTURE, "mcp", "access", "oauth", "identity", "audit", "platform")))
            .ensureAllClassesAreContainedInArchitectureIgnoring("dev.gatehouse");

    @ArchTest
    static final ArchRule oauth_is_built_from_settings_and_errors_up_to_metadata = layers(
            "dev.gatehouse.oauth.%s",
            Map.ofEntries(
                    Map.entry("settings", List.of()),
                    Map.entry("error", List.of()),
                    Map.entry("attempt", List.of()),
                    Map.entry("client", List.of("settings", "error")),
                    Map.entry("document", List.of("settings", "error", "client")),
                    Map.entry("code", List.of("settings", "error", "client")),
                    Map.entry("dpop", List.of("settings", "error", "client")),
                    Map.entry("token", List.of("settings", "error", "client")),
                    Map.entry("authorize", List.of("settings", "error", "attempt", "client", "code", "token", "dpop")),
                    Map.entry("grant", List.of("settings", "error", "attempt", "client", "code", "token", "dpop")),
                    Map.entry(
                            "device", List.of("settings", "error", "attempt", "client", "token", "authorize", "grant")),
                    Map.entry("userinfo", List.of("settings", "error", "token", "dpop")),
                    Map.entry(
                            "metadata",
                            List.of(
                                    "settings",
                                    "error",
                                    "client",
                                    "document",
                                    "code",
                                    "token",
                                    "dpop",
                                    "authorize",
                                    "grant",
                                    "userinfo"))));

    @ArchTest
    static final ArchRule mcp_is_built_from_json_rpc_up_to_methods = layers(
            "dev.gatehouse.mcp.%s",
            Map.of(
                    "jsonrpc", List.of(),
                    "protocol", List.of("jsonrpc"),
                    "tool", List.of("jsonrpc", "protocol"),
                    "method", List.of("jsonrpc", "protocol", "tool")));

    @ArchTest
    static final ArchRule nothing_in_mcp_uses_the_endpoint = noClasses()
            .that()
            .resideInAPackage("dev.gatehouse.mcp.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.gatehouse.mcp");

    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("dev.gatehouse.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_war_runs_on_any_server = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.jboss..",
                    "org.wildfly..",
                    "io.undertow..",
                    "com.ibm..",
                    "io.openliberty..",
                    "org.hibernate..",
                    "com.fasterxml..",
                    "tools.jackson..",
                    "io.smallrye.."));

    /**
     * Static weaving notices what an entity does to itself; what others write into it would never reach the database.
     */
    @ArchTest
    static final ArchRule entities_change_themselves = noClasses()
            .should()
            .setFieldWhere(describe(
                    "the field is an entity's and the writer is not that entity",
                    access -> access.getTarget().getOwner().isAnnotatedWith(Entity.class)
                            && !access.getOriginOwner()
                                    .equals(access.getTarget().getOwner())));

    /** What is remembered about callers is forgotten when anything changes that it was made of. */
    @ArchTest
    static final ArchRule whoever_changes_standing_says_so = classes()
            .that(describe("change what standing is made of", ArchitectureTest::changeStanding))
            .should()
            .dependOnClassesThat(assignableTo(StandingChanged.class));

    /** Entities are woven by the build; what they use of EclipseLink then stands in no source. */
    @ArchTest
    static final ArchRule the_persistence_provider_is_known_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackage("dev.gatehouse.platform.persistence")
            .and()
            .areNotAnnotatedWith(Entity.class)
            .should()
            .dependOnClassesThat(resideInAPackage("org.eclipse.persistence.."));

    @ArchTest
    static final ArchRule what_has_a_path_is_called_a_resource =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule what_is_called_a_resource_has_a_path =
            classes().that().haveSimpleNameEndingWith("Resource").should().beAnnotatedWith(Path.class);

    @ArchTest
    static final ArchRule nothing_depends_on_a_resource =
            classes().that().areAnnotatedWith(Path.class).should(beUsedByNobody());

    @ArchTest
    static final ArchRule resources_hold_no_entity_manager = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule no_resource_returns_an_entity = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should(involveNo(annotatedWith(Entity.class)));

    @ArchTest
    static final ArchRule entities_stay_in_their_package =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule transactions_return_and_the_boundary_throws = noClasses()
            .that(haveTransactionalMethods())
            .should()
            .dependOnClassesThat(assignableTo(OAuthException.class)
                    .or(assignableTo(JsonRpcException.class))
                    .or(assignableTo(PageException.class))
                    .or(assignableTo("dev.gatehouse.access.AccessRefusal"))
                    .or(assignableTo("dev.gatehouse.oauth.authorize.AuthorizationRefusal")));

    @ArchTest
    static final ArchRule grants_are_found_and_never_named = foundByType(Grant.class);

    @ArchTest
    static final ArchRule methods_are_found_and_never_named = foundByType(McpMethod.class);

    @ArchTest
    static final ArchRule tools_are_found_and_never_named = foundByType(Tool.class);

    @ArchTest
    static final ArchRule the_actor_is_a_parameter_and_never_injected =
            fields().that().areAnnotatedWith(Inject.class).should(involveNo(assignableTo(McpActor.class)));

    @ArchTest
    static final ArchRule only_the_clock_tells_time = noClasses()
            .that()
            .resideOutsideOfPackage("dev.gatehouse.platform.time")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "the target reads the system clock",
                    call -> call.getTarget().getName().equals("now")
                                    && call.getTargetOwner().getPackageName().equals("java.time")
                            || call.getTarget().getName().equals("currentTimeMillis")
                                    && call.getTargetOwner().isEquivalentTo(System.class)
                            || call.getTarget().getName().startsWith("system")
                                    && call.getTargetOwner().isEquivalentTo(Clock.class)))
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule only_platform_crypto_hashes_signs_and_draws_randomness = noClasses()
            .that()
            .resideOutsideOfPackage("dev.gatehouse.platform.crypto")
            .should()
            .dependOnClassesThat(assignableTo(MessageDigest.class)
                    .or(assignableTo(SecureRandom.class))
                    .or(assignableTo(Random.class))
                    .or(assignableTo(ThreadLocalRandom.class))
                    .or(assignableTo(Cipher.class))
                    .or(assignableTo(Mac.class))
                    .or(assignableTo(Signature.class))
                    .or(resideInAnyPackage("com.nimbusds..", "org.bouncycastle..")))
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule only_platform_egress_opens_connections = noClasses()
            .that()
            .resideOutsideOfPackage("dev.gatehouse.platform.egress")
            .should()
            .dependOnClassesThat(assignableTo(HttpClient.class)
                    .or(assignableTo(URLConnection.class))
                    .or(assignableTo(Socket.class))
                    .or(resideInAnyPackage("jakarta.ws.rs.client..", "org.apache.hc..")))
            .orShould()
            .callMethod(URL.class, "openStream")
            .orShould()
            .callMethod(URL.class, "openConnection");

    @ArchTest
    static final ArchRule names_say_what_a_class_is_for = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Controller|Repository|Dao|ServiceImpl)")
            .orShould()
            .haveNameMatching(".*[.$](Abstract|Base)[A-Z][^.$]*");

    @ArchTest
    static final ArchRule nothing_writes_to_the_console = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule logging_is_the_platform_s_own = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.util.logging..", "org.slf4j..", "org.apache.commons.logging..", "org.apache.logging.."));

    @ArchTest
    static final ArchRule no_generic_exceptions_are_thrown = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule every_resource_is_authenticated_or_deliberately_public = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(Authenticated.class)
            .orShould(beOnThePublicList());

    @ArchTest
    static final ArchRule no_public_resource_is_also_authenticated =
            noClasses().that().areAnnotatedWith(Authenticated.class).should(beOnThePublicList());

    @ArchTest
    static final ArchRule every_audited_action_happens_somewhere =
            classes().that().implement(AuditAction.class).and().areEnums().should(haveEveryConstantUsed());

    /** Each layer with those that it may use; none may be empty but the one to come. */
    private static LayeredArchitecture layers(String packages, Map<String, List<String>> mayUse) {
        var architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (var layer : mayUse.keySet()) {
            var named = layer.equals(FUTURE) ? architecture.optionalLayer(layer) : architecture.layer(layer);
            architecture = named.definedBy(packages.formatted(layer));
        }
        for (var layer : mayUse.entrySet()) {
            var rule = architecture.whereLayer(layer.getKey());
            architecture = layer.getValue().isEmpty()
                    ? rule.mayNotAccessAnyLayer()
                    : rule.mayOnlyAccessLayers(layer.getValue().toArray(String[]::new));
        }
        return architecture;
    }

    private static boolean changeStanding(JavaClass type) {
        boolean knows = type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .anyMatch(target -> target.isAnnotatedWith(Entity.class)
                        && STANDING.contains(target.getSimpleName())
                        && !target.equals(type));
        return knows
                && type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> CHANGES.contains(call.getName())
                                && call.getTargetOwner().getPackageName().equals("jakarta.persistence"));
    }

    private static ArchRule foundByType(Class<?> registered) {
        return classes()
                .that()
                .implement(registered)
                .should()
                .bePackagePrivate()
                .andShould()
                .beAnnotatedWith(ApplicationScoped.class);
    }

    private static DescribedPredicate<JavaClass> haveTransactionalMethods() {
        return DescribedPredicate.describe(
                "have @Transactional methods",
                type -> type.isAnnotatedWith(Transactional.class)
                        || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class)));
    }

    private static ArchCondition<JavaClass> beOnThePublicList() {
        return ArchCondition.from(DescribedPredicate.describe(
                "be on the list of public resources", type -> PUBLIC_RESOURCES.contains(type.getName())));
    }

    private static ArchCondition<JavaClass> beUsedByNobody() {
        return new ArchCondition<>("be used by nobody") {
            @Override
            public void check(JavaClass resource, ConditionEvents events) {
                resource.getDirectDependenciesToSelf().stream()
                        .filter(use -> !outermost(use.getOriginClass()).equals(resource))
                        .forEach(use ->
                                events.add(SimpleConditionEvent.violated(use.getOriginClass(), use.getDescription())));
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    /** Looks through generics too: {@code List<Entity>} and {@code Instance<McpActor>} are no way around. */
    private static <M extends JavaMember> ArchCondition<M> involveNo(DescribedPredicate<? super JavaClass> forbidden) {
        return new ArchCondition<>("involve no type " + forbidden.getDescription()) {
            @Override
            public void check(M member, ConditionEvents events) {
                member.getAllInvolvedRawTypes().stream()
                        .filter(forbidden)
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                member, member.getFullName() + " involves " + type.getName())));
            }
        };
    }

    private static ArchCondition<JavaClass> haveEveryConstantUsed() {
        return new ArchCondition<>("have every constant used outside of themselves") {
            @Override
            public void check(JavaClass actions, ConditionEvents events) {
                var constants = actions.getEnumConstants().stream()
                        .map(JavaEnumConstant::name)
                        .collect(Collectors.toSet());
                actions.getFields().stream()
                        .filter(field -> constants.contains(field.getName()))
                        .filter(field -> !usedElsewhere(field))
                        .forEach(field -> events.add(
                                SimpleConditionEvent.violated(field, field.getFullName() + " is never recorded")));
            }
        };
    }

    private static boolean usedElsewhere(JavaField constant) {
        return constant.getAccessesToSelf().stream()
                .anyMatch(access -> !access.getOriginOwner().equals(constant.getOwner()));
    }
}
