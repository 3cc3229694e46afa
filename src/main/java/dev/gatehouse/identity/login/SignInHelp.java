package dev.gatehouse.identity.login;

import java.util.List;

/** Ways on for those who cannot sign in yet, such as a new password. Implemented by those who offer some. */
public interface SignInHelp {
    /** The ways that go on to that target. */
    List<SignInAlternative> leadingTo(ReturnTarget target);
}
