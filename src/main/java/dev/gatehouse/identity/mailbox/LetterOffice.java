package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.platform.mail.Mail;
import dev.gatehouse.platform.mail.MailSettings;
import dev.gatehouse.platform.schedule.RecurringTask;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Has letters written on the server's own threads, no more than some at once, so that a mail server that hangs holds
 * nobody up; what could not be sent is tried again.
 */
@ApplicationScoped
class LetterOffice implements RecurringTask {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.mail");
    private static final int PLACES = 50;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    @Inject
    WaitingLetters waiting;

    @Inject
    Letters letters;

    @Inject
    Mail mail;

    @Inject
    MailSettings settings;

    private final Semaphore places = new Semaphore(PLACES);

    /** Takes a request for a letter; returns once it is kept, long before it is written. */
    void take(MailboxPurpose purpose, String email, ReturnTarget target) {
        handOver(waiting.add(purpose, email, target));
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public Duration pause() {
        return settings.retryPause();
    }

    @Override
    public void run() {
        int free = places.availablePermits();
        if (free > 0 && mail.available()) {
            waiting.claim(free).forEach(this::handOver);
        }
    }

    /** Where every place is taken, the letter waits until its claim is over. */
    private void handOver(DueLetter letter) {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            executor.submit(() -> write(letter));
        } catch (RejectedExecutionException e) {
            places.release();
            LOG.log(System.Logger.Level.WARNING, "event=mail_waits reason=rejected");
        }
    }

    private void write(DueLetter letter) {
        try {
            if (letters.write(letter)) {
                waiting.remove(letter);
            } else {
                waiting.postpone(letter);
            }
            // A container may let the checked exceptions of a failed commit through.
        } catch (Exception e) {
            LOG.log(System.Logger.Level.ERROR, "event=mail_failed", e);
        } finally {
            places.release();
        }
    }
}
