/** A person releases a report to police or holds it; nobody forgets what is held. */
package org.homeward.intake.holds;
