/** The data-protection officer: who saw what, what is to be erased, whether the trail holds. */
package org.homeward.console.oversight;
