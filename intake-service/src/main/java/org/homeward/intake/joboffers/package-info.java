/**
 * The questions and the advice about a job offer; this room keeps nothing and publishes nothing.
 */
package org.homeward.intake.joboffers;
