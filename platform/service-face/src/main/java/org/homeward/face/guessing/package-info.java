/** Whoever tries secrets is slowed down and counted; whoever has the right one gets in. */
package org.homeward.face.guessing;
