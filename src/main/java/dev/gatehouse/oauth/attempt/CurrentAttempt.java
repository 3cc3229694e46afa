package dev.gatehouse.oauth.attempt;

import dev.gatehouse.platform.page.PageRefused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The authorization attempt that the request at hand belongs to, if it belongs to one. A step is written with what it
 * tells of where there is a transaction; where there is none, a trace that cannot be written is a line in the log and
 * hinders nobody.
 */
@RequestScoped
public class CurrentAttempt {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.attempt");

    @Inject
    AuthorizationAttempts attempts;

    private Supplier<Optional<String>> found = Optional::empty;
    private Optional<String> id = Optional.empty();
    private AttemptStep at = AttemptStep.REQUESTED;
    private String told = "";

    /** The request at hand begins an attempt; nothing is written before its first step. */
    public void begins(AttemptStep first, AttemptedRequest request) {
        at = first;
        found = () -> Optional.of(attempts.begin(request));
    }

    /** It goes on with the attempt of that id. */
    public void continues(AttemptStep next, String attemptId) {
        at = next;
        found = () -> Optional.of(attemptId);
    }

    /** It goes on with the attempt that led to that flow. */
    public void continuesFlow(AttemptStep next, String flowId) {
        at = next;
        found = () -> attempts.ofFlow(flowId);
    }

    /** It goes on with the attempt that led to that grant. */
    public void continuesGrant(AttemptStep next, String familyId) {
        continuesGrant(next, () -> Optional.of(familyId));
    }

    /** The same with a grant that is looked for once there is something to write. */
    public void continuesGrant(AttemptStep next, Supplier<Optional<String>> familyId) {
        at = next;
        found = () -> familyId.get().flatMap(attempts::ofGrant);
    }

    /** A step was reached. */
    public void reached(AttemptStep step, String detail) {
        at = step;
        id().ifPresent(attempt -> attempts.add(attempt, new TracedStep(step, false, detail)));
    }

    /** A page was shown, outside a transaction; to whom, if that is known. */
    public void shown(AttemptStep step, String who) {
        quietly(() -> attempts.together(() -> reached(step, who)));
    }

    /** The attempt was refused at the step where it is, for a reason that is for administrators only. */
    public void refused(String reason) {
        told = reason;
        quietly(() -> attempts.together(
                () -> id().ifPresent(attempt -> attempts.add(attempt, new TracedStep(at, true, reason)))));
    }

    /** From now on the attempt is found by its flow. */
    public void bindFlow(String flowId) {
        id().ifPresent(attempt -> attempts.bindFlow(attempt, flowId));
    }

    /** From now on the attempt is found by its grant; the person is known. */
    public void bindGrant(String familyId, String userLabel) {
        id().ifPresent(attempt -> attempts.bindGrant(attempt, familyId, userLabel));
    }

    /** The attempt's id, to find it again by something that is not known here. */
    public Optional<String> id() {
        if (id.isEmpty()) {
            id = found.get();
        }
        return id;
    }

    void refused(@Observes(notifyObserver = Reception.IF_EXISTS) PageRefused page) {
        // Whoever knew where the person was going may have told this reason before they threw the page.
        if (!told.equals(page.reason())) {
            refused(page.reason());
        }
    }

    private static void quietly(Runnable trace) {
        try {
            trace.run();
            // A container may let the checked exceptions of a failed commit through.
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, "event=trace_lost", e);
        }
    }
}
