package org.homeward.alert.orders.alerts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.alert.orders.preview.Area;
import org.homeward.alert.orders.preview.PreviewDocument;

/**
 * Who decided what; it stays when the words are gone.
 *
 * @param hash of the preview that was approved
 * @param watermark the newest subscription that gets it
 */
record Order(
    String author,
    String approver,
    Instant approvedAt,
    String hash,
    String authority,
    String reference,
    Area area,
    long watermark,
    Instant until) {

  Order {
    requireNonNull(author, "author");
    requireNonNull(approver, "approver");
    requireNonNull(approvedAt, "approvedAt");
    requireNonNull(hash, "hash");
    requireNonNull(authority, "authority");
    requireNonNull(reference, "reference");
    requireNonNull(area, "area");
    requireNonNull(until, "until");
  }

  static Order of(Proposal proposal, String approver, Instant now) {
    PreviewDocument document = proposal.preview().read();
    return new Order(
        proposal.author(),
        approver,
        now,
        proposal.preview().hash(),
        document.authority().entry(),
        document.authority().reference(),
        document.rule().area(),
        document.rule().watermark(),
        document.until());
  }

  Order withoutReference() {
    return new Order(author, approver, approvedAt, hash, authority, "", area, watermark, until);
  }
}
