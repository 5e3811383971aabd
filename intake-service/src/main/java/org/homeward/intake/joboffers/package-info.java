/** What the hotline asks about a job offer and advises; it keeps nothing and publishes nothing. */
package org.homeward.intake.joboffers;
