/**
 * What the team does about a case beside its facts: notes, call-backs, next actions, and owners.
 */
package org.homeward.intake.worksheets;
