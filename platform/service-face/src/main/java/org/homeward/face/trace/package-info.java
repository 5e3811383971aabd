/** The trace of a request or message, across processes and nodes. */
package org.homeward.face.trace;
