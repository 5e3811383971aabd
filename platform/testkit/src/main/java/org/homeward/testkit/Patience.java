package org.homeward.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long every test waits for what must come, unless it says otherwise: a limit costs nothing
 * where all is well, and a busy machine can stand still for longer than Awaitility's ten seconds.
 */
public final class Patience implements LauncherSessionListener {
  private static final int SECONDS = Integer.getInteger("homeward.patience", 60);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(SECONDS));
  }
}
