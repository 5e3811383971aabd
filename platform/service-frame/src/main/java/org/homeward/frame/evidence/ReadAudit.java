package org.homeward.frame.evidence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;

/**
 * The looks at a case and the looks of a person, for the data-protection officer.
 *
 * <p>It reads without indexes. Add an endpoint together with one index on each of the three fields
 * below and {@code _id}, and build them in a background that may fail: on a long trail that takes
 * longer than a start may wait.
 */
public final class ReadAudit {

  /** The most that one answer holds. */
  public static final int PAGE = 200;

  private static final String SUBJECTS = "fields.subjects";
  private static final String READER = "fields.reader";
  private static final String DESK = "fields.desk";
  private static final String BY = "fields.by";

  private final MongoCollection<Document> entries;
  private final AuditTrail trail;
  private final Clock clock;

  ReadAudit(MongoDatabase database, AuditTrail trail, Clock clock) {
    this.entries = database.getCollection("audit");
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * The entries about a case, the newest first.
   *
   * @param officer the person who asks
   * @param subjects the case's id, and the ids of what this service made of it
   * @param before entries below this number; {@link Long#MAX_VALUE} to begin with
   */
  public List<RecordedLook> ofCase(String officer, Set<String> subjects, long before) {
    return read(officer, List.copyOf(subjects), in(SUBJECTS, subjects), before);
  }

  /** The entries about a person or desk, the newest first; a desk's with those of its people. */
  public List<RecordedLook> byPerson(String officer, String person, long before) {
    return read(
        officer, List.of(person), or(eq(READER, person), eq(DESK, person), eq(BY, person)), before);
  }

  private List<RecordedLook> read(String officer, List<String> of, Bson which, long before) {
    trail.append( // upholds 10
        new AuditEntry(
            of,
            AuditEntry.Verb.DISCLOSED,
            "dpo",
            officer,
            Purpose.OVERSIGHT,
            Basis.LEGAL_DUTY,
            clock.instant()));
    return entries
        .find(and(which, lt("_id", before)))
        .sort(Sorts.descending("_id"))
        .limit(PAGE)
        .map(RecordedLook::of)
        .into(new ArrayList<>());
  }
}
