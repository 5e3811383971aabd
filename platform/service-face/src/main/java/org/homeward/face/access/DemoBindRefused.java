package org.homeward.face.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Demo logins were about to be reachable from other machines. */
final class DemoBindRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String WHY =
      "homeward.demo=true opens logins whose passwords everybody knows, so it works only on this"
          + " machine.";
  private static final String WHAT_TO_DO = "Set HOMEWARD_BIND=127.0.0.1, or HOMEWARD_DEMO=false.";

  DemoBindRefused() {
    super(WHY + " " + WHAT_TO_DO);
  }

  /** Spring Boot makes it by name, from {@code META-INF/spring.factories}. */
  static final class Explained extends AbstractFailureAnalyzer<DemoBindRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DemoBindRefused cause) {
      return new FailureAnalysis(WHY, WHAT_TO_DO, cause);
    }
  }
}
