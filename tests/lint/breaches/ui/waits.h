#pragma once
void f() { reply.waitForFinished(); loop.exec(); }
