package org.homeward.alert.orders.alerts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.alert.orders.preview.Area;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * The persons who wrote, approved and ordered an alert, its audience and its end; it outlives the
 * words.
 *
 * @param hash of the preview that was approved
 * @param reference the authority's own
 * @param called the alert's own reference, which its words name; null when an earlier build
 *     approved it
 * @param audience null when an earlier build approved it: for volunteers
 * @param caseVersion of the case when it was approved; null when an earlier build approved it
 * @param watermark the newest subscription that gets it
 */
record AlertOrder(
    String author,
    String approver,
    Instant approvedAt,
    @Nullable Long caseVersion,
    String hash,
    String authority,
    String reference,
    @Nullable String called,
    @Nullable Audience audience,
    Area area,
    long watermark,
    Instant until) {

  AlertOrder {
    requireNonNull(author, "author");
    requireNonNull(approver, "approver");
    requireNonNull(approvedAt, "approvedAt");
    requireNonNull(hash, "hash");
    requireNonNull(authority, "authority");
    requireNonNull(reference, "reference");
    requireNonNull(area, "area");
    requireNonNull(until, "until");
  }

  static AlertOrder of(Proposal proposal, String approver, long caseVersion, Instant now) {
    PreviewDocument document = proposal.preview().read();
    return new AlertOrder(
        proposal.author(),
        approver,
        now,
        caseVersion,
        proposal.preview().hash(),
        document.authority().entry(),
        document.authority().reference(),
        document.reference(),
        document.audience(),
        document.rule().area(),
        document.rule().watermark(),
        document.until());
  }

  /** Its readers. */
  Audience to() {
    return audience == null ? Audience.VOLUNTEER : audience;
  }

  AlertOrder withoutReference() {
    return new AlertOrder(
        author,
        approver,
        approvedAt,
        caseVersion,
        hash,
        authority,
        "",
        called,
        audience,
        area,
        watermark,
        until);
  }
}
