package dev.gatehouse.oauth.authorize;

/** Takes the answers of flows that lead to a device. Each belongs to the caller's transaction. */
public interface DeviceAnswers {
    /** The device may have its tokens from that grant; false when it does not wait any more. */
    boolean approve(String flowId, String familyId);

    /** The device gets none; false when it does not wait any more. */
    boolean deny(String flowId);
}
