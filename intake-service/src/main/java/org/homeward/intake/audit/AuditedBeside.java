package org.homeward.intake.audit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.homeward.durable.document.Excerpt;
import org.homeward.durable.document.GuardedDocuments;

/**
 * Documents beside the cases, under whose ids looks are recorded; a room that has some declares
 * them as a bean. One is kept from those whom its own list names, and is as hidden as what it
 * belongs to.
 *
 * @param fields of the state that say what one belongs to
 * @param belongsTo the ids of cases, or of documents beside them, that these fields name; empty for
 *     a tombstone that does not know it any more
 */
public record AuditedBeside(
    GuardedDocuments<?> documents,
    List<String> fields,
    Function<Excerpt, Optional<Set<String>>> belongsTo) {

  public AuditedBeside {
    requireNonNull(documents, "documents");
    fields = List.copyOf(fields);
    requireNonNull(belongsTo, "belongsTo");
  }
}
