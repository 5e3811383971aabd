/** Erasures, and what is done again after a restore: nothing that has ended comes back. */
package org.homeward.alert.endings;
