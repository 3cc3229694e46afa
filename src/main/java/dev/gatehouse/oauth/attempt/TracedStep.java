package dev.gatehouse.oauth.attempt;

/** A step that was reached, or at which the attempt was refused and why. */
record TracedStep(AttemptStep step, boolean refused, String detail) {}
