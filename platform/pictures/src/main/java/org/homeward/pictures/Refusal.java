package org.homeward.pictures;

import java.util.Locale;

/** Why a picture is refused. */
public enum Refusal {
  EMPTY("The file is empty. Choose the picture again."),
  TOO_LARGE("The file is larger than 16 MB. Send a smaller copy."),
  NOT_A_PICTURE("The file is no picture in JPEG, PNG, WebP or HEIC. Send it in one of these."),
  TRUNCATED("The end of the picture is missing. Send it again, whole."),
  DAMAGED("The picture is damaged. Send another copy of it."),
  NO_PIXELS("The picture has no pixels. Send another one."),
  TOO_MANY_PIXELS("The picture has more than 50 million pixels. Send a smaller copy."),
  ANIMATED("The picture moves. Send one still picture of it."),
  UNREADABLE("This kind of picture cannot be read here. Save it as JPEG and send that."),
  TOO_SLOW("Reading the picture takes too long. Save it as JPEG and send that."),
  TOO_MUCH_MEMORY("Reading the picture takes too much memory. Send a smaller copy.");

  private final String words;

  Refusal(String words) {
    this.words = words;
  }

  /** The name of the rule for programs, as {@code too-many-pixels}. */
  public String rule() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The fault and its remedy, for people. */
  public String words() {
    return words;
  }
}
