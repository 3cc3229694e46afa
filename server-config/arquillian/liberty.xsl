<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes of liberty/server.xml what Arquillian needs: a local connector, changes noticed, and nothing deployed yet. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
    <xsl:template match="@*|node()">
        <xsl:copy>
            <xsl:apply-templates select="@*|node()"/>
        </xsl:copy>
    </xsl:template>

    <xsl:template match="applicationMonitor|config|webApplication"/>

    <xsl:template match="featureManager">
        <xsl:copy>
            <xsl:apply-templates/>
            <feature>localConnector-1.0</feature>
        </xsl:copy>
    </xsl:template>
</xsl:stylesheet>
