package dev.gatehouse.platform.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record whose components are configuration keys: {@code prefix + "." + component-name-in-kebab-case}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Settings {
    /** The common prefix of the record's keys, without a trailing dot. */
    String value();
}
