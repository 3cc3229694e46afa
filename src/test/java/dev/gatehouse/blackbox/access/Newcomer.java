package dev.gatehouse.blackbox.access;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.support.Database;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Somebody whom no other test knows, whose standing is what the database says it is. */
public final class Newcomer {
    private final Database database;
    private final String id = UUID.randomUUID().toString();
    private final Demo.User user = new Demo.User(id + "@gatehouse.example", Demo.OWNER.password());

    /** Whether a node may remember how they stand, because they have used a credential. */
    private boolean remembered;

    private Newcomer(Database database) {
        this.database = database;
    }

    /** A person without any membership, with the password of another. */
    public static Newcomer to(Database database) {
        var newcomer = new Newcomer(database);
        database.change("""
            insert into identity_user (id, email, name, password_hash, platform_admin, active, created_at)
            select ?, ?, name, password_hash, platform_admin, active, created_at from identity_user where email = ?
            """, newcomer.id, newcomer.user.email(), Demo.OWNER.email());
        return newcomer;
    }

    /** Gives them roles in an organization. */
    public Newcomer joins(String slug, String roles) {
        var membership = """
            insert into identity_membership (id, user_id, organization_id, roles, active, created_at)
            select ?, ?, id, ?, true, created_at from identity_organization where slug = ?
            """;
        if (remembered) {
            database.changeElsewhere(membership, UUID.randomUUID().toString(), id, roles, slug);
        } else {
            database.change(membership, UUID.randomUUID().toString(), id, roles, slug);
        }
        return this;
    }

    void leavesAll() {
        database.changeElsewhere("delete from identity_membership where user_id = ?", id);
    }

    void suspended(boolean suspended) {
        database.changeElsewhere("update identity_membership set active = ? where user_id = ?", !suspended, id);
    }

    void becomes(String roles) {
        database.changeElsewhere("update identity_membership set roles = ? where user_id = ?", roles, id);
    }

    /** Switches the account on or off. */
    public void switched(boolean active) {
        database.changeElsewhere("update identity_user set active = ? where id = ?", active, id);
    }

    void forgetsTheChoice() {
        database.changeElsewhere("delete from identity_organization_binding where user_id = ?", id);
    }

    void choseLongAgo(String slug) {
        database.changeElsewhere("""
            update identity_organization_binding
            set organization_id = (select id from identity_organization where slug = ?) where user_id = ?
            """, slug, id);
    }

    /** E-mail address and password. */
    public Demo.User user() {
        return user;
    }

    /** The id of the account. */
    public String id() {
        return id;
    }

    void losesEveryAuthorization() {
        database.changeElsewhere("update oauth_grant set revoked_at = ? where user_id = ?", OffsetDateTime.now(), id);
    }

    /** Connects, in Acme if there is a choice. */
    McpDriver connects() {
        remembered = true;
        return McpDriver.bearer(OAuthDance.register().tokens(user).getString("access_token"));
    }

    /** Becomes the issuer of a key that is good for ever. */
    McpDriver issues(String key) {
        remembered = true;
        database.changeElsewhere("""
            update identity_api_key set issuer_id = ?, expires_at = null, revoked_at = null where lookup_id = ?
            """, id, lookupId(key));
        return McpDriver.key(key);
    }

    static String lookupId(String key) {
        return key.split("_")[1];
    }
}
