/** Data that are older than what this node has had: seen at opening, made safe, shown. */
package org.homeward.frame.recovery;
