package org.homeward.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Raises Awaitility's default of ten seconds for every test, because a busy machine can pause for
 * longer. The limit costs nothing when all is well.
 */
public final class Patience implements LauncherSessionListener {
  private static final int SECONDS = Integer.getInteger("homeward.patience", 60);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(SECONDS));
  }
}
