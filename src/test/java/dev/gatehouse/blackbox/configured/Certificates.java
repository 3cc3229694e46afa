package dev.gatehouse.blackbox.configured;

/** Self-signed certificates in base64 DER, good for a hundred years; their keys are not kept. */
final class Certificates {
    /** Of {@code CN=machine,O=Acme}. */
    static final String MACHINE =
            "MIIBmDCCAT+gAwIBAgIUWvx0WTj7k8mq4lUUVEg/UVGQXr0wCgYIKoZIzj0EAwIwITENMAsGA1UECgwEQWNtZTEQMA"
                    + "4GA1UEAwwHbWFjaGluZTAgFw0yNjExMjExNzQ0MjJaGA8yMTI2MTAyODE3NDQyMlowITENMAsGA1UECgwEQWNtZTEQ"
                    + "MA4GA1UEAwwHbWFjaGluZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABOIuzd1GxZHq21gjTyCGM1JybnP/XL0+uM"
                    + "XiYhDOzEqh6WkHjmUNugXe7OnJglYgsznKdOx/5gL42v0M7mDG6+ijUzBRMB0GA1UdDgQWBBR1bmfBAB2NoBcEZ3MP"
                    + "a9bpPM1E1DAfBgNVHSMEGDAWgBR1bmfBAB2NoBcEZ3MPa9bpPM1E1DAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BA"
                    + "MCA0cAMEQCIDa9uID2TEKQa62LdJuoLPsKOf8G7Ln0I2Qelq300/toAiBkctnP7kIQVzPrq5u2e+CMAV4d08Y80pW3"
                    + "AUqT8wRbhQ==";

    /** Of {@code CN=other,O=Acme}. */
    static final String OTHER =
            "MIIBljCCATugAwIBAgIUXR2OmbnPOL6XgWwV6FRLUHATSHwwCgYIKoZIzj0EAwIwHzENMAsGA1UECgwEQWNtZTEOMA"
                    + "wGA1UEAwwFb3RoZXIwIBcNMjYxMTIxMTc0NDIyWhgPMjEyNjEwMjgxNzQ0MjJaMB8xDTALBgNVBAoMBEFjbWUxDjAM"
                    + "BgNVBAMMBW90aGVyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEFo9vExVWCzLS7Y986NDl6mneD5ayO/wAsaEiE6"
                    + "Mo1I8/BIErhe6Xfro8Tg4Mf6pn2K79VFvJ/YU9yKkUkxcX76NTMFEwHQYDVR0OBBYEFFr972KwFyiK4K/CAJRvth7O"
                    + "5nibMB8GA1UdIwQYMBaAFFr972KwFyiK4K/CAJRvth7O5nibMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQ"
                    + "AwRgIhAOHnFuzcnE+Hiw6u2t5CpfOQaimKdudipv9Yu74r8pnyAiEA4EdKjmpC7baWSgjduvsAVnOI2tQbOOJ5levQ"
                    + "JXQwHXw=";

    private Certificates() {}
}
