/** Intake: what a caller says becomes a report. */
package org.homeward.console.intake;
