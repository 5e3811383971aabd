/** Erasures and restores: nothing that has ended comes back. */
package org.homeward.alert.endings;
