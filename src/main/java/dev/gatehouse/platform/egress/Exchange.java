package dev.gatehouse.platform.egress;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;

/**
 * Finds the addresses of a host once, refuses it for one bad address among them, and speaks to the first that answers.
 */
record Exchange(EgressSettings settings, HostResolver resolver, EgressLimits limits, SSLContext trust) {

    EgressOutcome of(EgressRequest request) {
        try {
            var addresses = resolver.resolve(request.host());
            return addresses.stream().allMatch(address -> permitted(address, request))
                    ? withFirstOf(addresses, request)
                    : new EgressOutcome.Refused(request.host() + " has an address that is not public");
        } catch (UnknownHostException e) {
            return new EgressOutcome.Failed(request.host() + " has no address");
        }
    }

    private boolean permitted(InetAddress address, EgressRequest request) {
        return !SpecialUse.covers(address)
                || (settings.allowLoopback() && address.isLoopbackAddress())
                || (!request.metered() && settings.internalHosts().contains(request.host()));
    }

    private EgressOutcome withFirstOf(List<InetAddress> addresses, EgressRequest request) {
        for (var address : addresses) {
            try {
                return with(address, request);
            } catch (ConnectException | NoRouteToHostException | SocketTimeoutException e) {
                // The next one may be reachable: not every network speaks IPv6.
            } catch (SSLException e) {
                return new EgressOutcome.Failed(request.host() + " did not prove who it is: " + e.getMessage());
            } catch (IOException | HttpException e) {
                return new EgressOutcome.Failed(request.host() + " did not answer properly: " + e.getMessage());
            }
        }
        return new EgressOutcome.Failed(request.host() + " could not be reached");
    }

    private EgressOutcome with(InetAddress address, EgressRequest request) throws IOException, HttpException {
        try (var permit = limits.approach("address " + address.getHostAddress(), request.metered())
                .orElse(null)) {
            return permit == null
                    ? new EgressOutcome.Refused("too many requests to the address of " + request.host() + " just now")
                    : new PinnedConnection(request, settings, trust).exchange(address);
        }
    }
}
