/**
 * The case: what is kept of it, what a command does to it, who sees it, what its readers are told.
 */
package org.homeward.intake.cases;
