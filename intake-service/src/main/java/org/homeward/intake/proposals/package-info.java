/** The rules propose whether the police should be told of a report. */
package org.homeward.intake.proposals;
