/** Reports are taken and amended; the first one opens a case. */
package org.homeward.intake.cases.reports;
