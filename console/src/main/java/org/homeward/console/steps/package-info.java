/** One step of a case: its link, its form with the effect above the button, and what is sent. */
package org.homeward.console.steps;
