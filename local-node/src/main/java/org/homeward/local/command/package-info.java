/** The commands of {@code ./homeward}. */
package org.homeward.local.command;
