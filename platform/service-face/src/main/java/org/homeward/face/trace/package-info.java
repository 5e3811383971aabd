/** Which request or message something is done for, across processes and nodes. */
package org.homeward.face.trace;
