package dev.gatehouse.platform.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Tells the addresses of a host. Asked once for a request, so that no second answer can be another one. */
interface HostResolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
