package org.homeward.face.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Turns Tomcat's refusals before any servlet (malformed HTTP, bad URLs) into problems; Tomcat makes
 * it by name.
 */
public final class ProblemReportValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    var problem = FaceProblem.ofStatus(response.getStatus()).problem();
    try {
      Problems.write(request, response, problem);
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      // The caller has closed the connection: nobody is left to tell.
      container.getLogger().debug("problem not delivered");
    }
  }
}
