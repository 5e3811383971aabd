/** The team's work on a case, beside its facts: notes, call-backs, next actions, and owners. */
package org.homeward.intake.worksheets;
