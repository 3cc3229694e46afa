package dev.gatehouse.identity.login;

import java.util.List;

/** Other ways to sign in than by a password kept here. Implemented by those who offer some. */
public interface SignInAlternatives {
    /** The ways that go on to that target. */
    List<SignInAlternative> leadingTo(ReturnTarget target);
}
