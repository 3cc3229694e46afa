package dev.gatehouse.blackbox.support;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A company's directory on loopback, which tells what it was asked and can be slow, or away. */
public final class LdapServer implements AutoCloseable {
    /** Where people are. */
    public static final String BASE = "ou=people,dc=corp,dc=example";

    /** As whom to search. */
    public static final String READER = "cn=gatehouse,dc=corp,dc=example";

    /** Their password. */
    public static final String READER_PASSWORD = "the-reader's-password";

    private final InMemoryDirectoryServer directory;
    private final List<String> searches = new CopyOnWriteArrayList<>();
    private final List<String> binds = new CopyOnWriteArrayList<>();
    private final Set<String> locked = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;

    private LdapServer(Optional<SSLContext> tls) {
        try {
            var config = new InMemoryDirectoryServerConfig("dc=corp,dc=example");
            config.setListenerConfigs(
                    tls.isPresent()
                            ? InMemoryListenerConfig.createLDAPSConfig(
                                    "ldaps",
                                    InetAddress.getLoopbackAddress(),
                                    0,
                                    tls.get().getServerSocketFactory(),
                                    null)
                            : InMemoryListenerConfig.createLDAPConfig(
                                    "ldap", InetAddress.getLoopbackAddress(), 0, null));
            config.addAdditionalBindCredentials(READER, READER_PASSWORD);
            config.addInMemoryOperationInterceptor(new Ear());
            directory = new InMemoryDirectoryServer(config);
            directory.add("dn: dc=corp,dc=example", "objectClass: domain", "dc: corp");
            directory.add("dn: " + BASE, "objectClass: organizationalUnit", "ou: people");
            directory.startListening();
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts one on a free port. */
    public static LdapServer start() {
        return new LdapServer(Optional.empty());
    }

    /** Starts one that speaks TLS. */
    public static LdapServer start(SSLContext tls) {
        return new LdapServer(Optional.of(tls));
    }

    /** The port, which it keeps when it goes away and comes back. */
    public int port() {
        return directory.getListenPort();
    }

    /** Adds a person, found by that address. */
    public void add(Demo.User user) {
        add(user, user.email().split("@")[0]);
    }

    /** Adds an entry of that name, found by that address. */
    public void add(Demo.User user, String name) {
        try {
            directory.add(
                    "dn: uid=" + name + "," + BASE,
                    "objectClass: inetOrgPerson",
                    "uid: " + name,
                    "cn: " + name,
                    "sn: " + name,
                    "mail: " + user.email(),
                    "userPassword: " + user.password());
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses a person whatever their password, as directories do after too many wrong ones. */
    public void lock(Demo.User user) {
        locked.add("uid=" + user.email().split("@")[0] + "," + BASE);
    }

    /** Answers everything only after that time. */
    public void delay(Duration time) {
        delay = time;
    }

    /** Stops listening. */
    public void away() {
        directory.shutDown(true);
    }

    /** Listens again, on the same port. */
    public void back() {
        try {
            directory.startListening();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The filters of the searches since the last {@link #forget()}. */
    public List<String> searches() {
        return searches;
    }

    /** The names that somebody tried to bind as since then; empty for nobody. */
    public List<String> binds() {
        return binds;
    }

    /** How often it was asked for anything since then. */
    public int asked() {
        return searches.size() + binds.size();
    }

    /** Forgets what it was asked, is quick, and there. */
    public void forget() {
        searches.clear();
        binds.clear();
        delay = Duration.ZERO;
    }

    @Override
    public void close() {
        directory.close();
    }

    private final class Ear extends InMemoryOperationInterceptor {
        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) throws LDAPException {
            binds.add(request.getRequest().getBindDN());
            takeTime();
            if (locked.contains(request.getRequest().getBindDN())) {
                throw new LDAPException(ResultCode.UNWILLING_TO_PERFORM, "locked");
            }
        }

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
            searches.add(request.getRequest().getFilter().toString());
            takeTime();
        }

        private void takeTime() {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
