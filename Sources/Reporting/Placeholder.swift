public import Analytics
