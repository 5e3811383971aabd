package org.homeward.schema.json;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The schemas of version 1. */
public enum SchemaName {
  CASE("case"),
  REPORT_SAYS("report-says"),
  POLICE_NOTICE("police-notice"),
  ALERT("alert"),
  STOP("stop"),
  ERASURE("erasure"),
  DESK("desk"),
  AUTHORITY("authority"),
  HANDOVER("handover"),
  ENVELOPE("envelope"),
  HEADING("bridge", "Heading"),
  MESSAGE("bridge", "Message"),
  OFFER("bridge", "Offer"),
  RELEASE("bridge", "Release"),
  SYNC("bridge", "Sync"),
  FREEZE("bridge", "Freeze"),
  END("bridge", "End"),
  RECALL("bridge", "Recall"),
  PARTNER_ANSWER("bridge", "PartnerAnswer"),
  SIGHTING("bridge", "Sighting"),
  PROPOSAL("bridge", "Proposal"),
  BRAKE("bridge", "Brake"),
  HOLDER_RECEIPT("bridge", "HolderReceipt"),
  RECEIPT("bridge", "Receipt"),
  PHOTO_REQUEST("bridge", "PhotoRequest"),
  PHOTO_ANSWER("bridge", "PhotoAnswer"),
  RECEIPT_PROOF("bridge", "ReceiptProof"),
  REGISTRY("registry");

  private final String file;
  private final @Nullable String definition;

  SchemaName(String file) {
    this(file, null);
  }

  SchemaName(String file, @Nullable String definition) {
    this.file = file;
    this.definition = definition;
  }

  /** Name of the file without its ending. */
  public String file() {
    return file;
  }

  /** Name of the folder of its examples. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String id() {
    String id = SchemaFiles.id(file);
    return definition == null ? id : id + "#/$defs/" + definition;
  }
}
