package dev.gatehouse.oauth.client;

import java.util.Optional;

/**
 * Where a client id is looked up that may be the URL of a document and may never have been seen before. What it finds
 * is in {@link Clients} from then on.
 */
public interface ClientDirectory {
    /** Who may be authorized anew: a document must have been read not long ago. */
    ClientFinding find(String clientId);

    /** Who makes a request: a client that has been connected goes on for a while without its document. */
    Optional<Client> known(String clientId);
}
