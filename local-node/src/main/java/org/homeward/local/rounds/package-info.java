/** A node under kill -9: nothing accepted is lost, nothing happens twice, nothing held gets out. */
package org.homeward.local.rounds;
