/** The commands of {@code ./homeward} that run, watch and operate nodes. */
package org.homeward.local.command;
