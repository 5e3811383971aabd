/**
 * Photos of children, and papers of cases: taken in, looked at, withdrawn, locked. Photos can go to
 * police and partners; papers stay with the team.
 */
package org.homeward.intake.photos;
