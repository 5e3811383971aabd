package org.homeward.intake.carefiles;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stored document of a link between a care file and a case of the same person, or the mark that
 * there is none any more. It is a document of its own, so that neither of the two changes by it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = KeptCareLink.CareLink.class, name = "LINK"),
  @JsonSubTypes.Type(value = KeptCareLink.GoneCareLink.class, name = "GONE")
})
sealed interface KeptCareLink {

  /** By which the links of a file, and those of a case, are asked for. */
  String FILE = "file";

  String CASE_ID = "caseId";

  /**
   * A link.
   *
   * @param child of the case, where somebody said which
   * @param by opaque id of the member who made it
   */
  record CareLink(String file, String caseId, @Nullable String child, String by, Instant at)
      implements KeptCareLink {

    public CareLink {
      requireNonNull(file, "file");
      requireNonNull(caseId, "caseId");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }

    @Override
    public String toString() {
      return "CareLink[redacted]";
    }
  }

  /** The mark that it was undone, or that one of the two is erased. */
  record GoneCareLink(boolean gone) implements KeptCareLink {

    static final GoneCareLink GONE = new GoneCareLink(true);

    /** A request that was under way is long over then. */
    static final Duration KEPT_FOR = Duration.ofDays(30);
  }
}
