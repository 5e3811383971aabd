package org.homeward.intake.referrals;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The stored document of a referral, or the mark that its care file is erased. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Referral.class, name = "REFERRAL"),
  @JsonSubTypes.Type(value = GoneReferral.class, name = "GONE")
})
sealed interface KeptReferral permits Referral, GoneReferral {

  /** By which the referrals of a file, and those that are open, are asked for. */
  String FILE = "file";

  String STANDING = "standing";
}
