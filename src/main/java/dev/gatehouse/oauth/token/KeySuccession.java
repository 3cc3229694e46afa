package dev.gatehouse.oauth.token;

import dev.gatehouse.platform.crypto.SigningAlgorithm;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** The newest key of an algorithm, or empty text before the first: whoever moves it on has made the next one. */
@Entity
@Table(name = "oauth_key_succession")
@NamedQuery(name = "KeySuccession.advance", query = """
    update KeySuccession s set s.newestId = :next
    where s.algorithm = :algorithm and s.newestId = :newest
    """)
@NamedQuery(name = "KeySuccession.all", query = "select s from KeySuccession s order by s.algorithm")
class KeySuccession {
    @Id
    @Enumerated(EnumType.STRING)
    SigningAlgorithm algorithm;

    @Column(name = "newest_id")
    String newestId;

    protected KeySuccession() {}
}
