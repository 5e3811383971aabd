/** Referrals of people of care files to providers: what is handed over, and what became of it. */
package org.homeward.console.referrals;
