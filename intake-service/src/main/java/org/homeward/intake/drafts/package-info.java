/** Reports that somebody is still typing: saved, found again by the whole team, ringing. */
package org.homeward.intake.drafts;
