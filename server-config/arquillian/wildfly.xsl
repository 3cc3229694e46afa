<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes of wildfly/standalone/configuration/standalone.xml what Arquillian needs: management over HTTP, and nothing deployed yet. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:server="urn:jboss:domain:20.0"
                xmlns="urn:jboss:domain:20.0"
                exclude-result-prefixes="server">
    <xsl:template match="@*|node()">
        <xsl:copy>
            <xsl:apply-templates select="@*|node()"/>
        </xsl:copy>
    </xsl:template>

    <xsl:template match="server:deployments"/>

    <xsl:template match="server:extensions">
        <xsl:copy-of select="."/>
        <management>
            <management-interfaces>
                <http-interface console-enabled="false">
                    <http-upgrade enabled="true"/>
                    <socket-binding http="management"/>
                </http-interface>
            </management-interfaces>
        </management>
    </xsl:template>

    <xsl:template match="server:socket-binding-group">
        <xsl:copy>
            <xsl:apply-templates select="@*|node()"/>
            <socket-binding name="management" port="${{gatehouse.management.port}}"/>
        </xsl:copy>
    </xsl:template>
</xsl:stylesheet>
